package samples.architecture.hazard;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenDoor {}
