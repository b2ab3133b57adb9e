package rectify.architecture.samples.engine;

import rectify.architecture.samples.hazard.HazardRectification;

class Ground {
  HazardRectification above;
}
