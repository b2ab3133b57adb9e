package rectify.selfcheck;

/** What is reported besides the failures. */
record Submission(
    int listVersion, int itemCount, int failedCount, String signatory, String notes) {}
