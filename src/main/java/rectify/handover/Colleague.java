package rectify.handover;

/** Somebody a task can be handed over to. */
record Colleague(String id, String name) {}
