package samples.architecture.hazard;

import org.apache.ibatis.annotations.Mapper;

@Mapper
public interface OpenMapper {}
