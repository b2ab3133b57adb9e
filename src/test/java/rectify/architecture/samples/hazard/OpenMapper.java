package rectify.architecture.samples.hazard;

import org.apache.ibatis.annotations.Mapper;

@Mapper
public interface OpenMapper {}
