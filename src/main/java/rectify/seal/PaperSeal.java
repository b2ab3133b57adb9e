package rectify.seal;

/** The seal of a paper. It stands beside what is printed on it, and is never printed. */
record PaperSeal(String room, long paperId, String algorithm, String keyId, String hash) {

  Seal asSeal() {
    return new Seal(algorithm, keyId, hash);
  }
}
