package rectify.simulation;

import rectify.engine.OpenTasks;
import rectify.engine.TaskForms;
import rectify.evidence.EvidenceFiles;
import rectify.inspection.VisitWork;
import rectify.selfcheck.Sheets;

/** The doors of the product, and what pictures show that are taken through them. */
record Doors(
    TaskForms forms,
    OpenTasks tasks,
    Sheets sheets,
    EvidenceFiles evidence,
    VisitWork visits,
    Births births,
    Script script) {}
