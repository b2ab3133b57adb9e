package rectify.selfcheck;

/**
 * What is reported besides the failures.
 *
 * @param notApplicableCount null in a check whose items were only ticked
 */
record Submission(
    int listVersion,
    int itemCount,
    int failedCount,
    Integer notApplicableCount,
    String signatory,
    String notes) {}
