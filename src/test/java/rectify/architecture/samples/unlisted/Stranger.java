package rectify.architecture.samples.unlisted;

class Stranger {}
