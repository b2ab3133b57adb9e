package rectify.architecture.samples.hazard;

import org.springframework.web.bind.annotation.RestController;

@RestController
public class OpenDoor {}
