package rectify.simulation;

import rectify.engine.OpenTasks;
import rectify.engine.TaskForms;
import rectify.evidence.EvidenceFiles;
import rectify.inspection.VisitWork;

/** The doors of the product, and what pictures show that are taken through them. */
record Doors(
    TaskForms forms,
    OpenTasks tasks,
    EvidenceFiles evidence,
    VisitWork visits,
    Births births,
    Script script) {}
