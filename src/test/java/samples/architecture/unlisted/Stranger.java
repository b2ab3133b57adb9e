package samples.architecture.unlisted;

class Stranger {}
