package samples.architecture.engine;

import samples.architecture.hazard.HazardRectification;

class Ground {
  HazardRectification above;
}
