package rectify.simulation;

import rectify.evidence.EvidenceFiles;
import rectify.form.TaskForms;
import rectify.inspection.VisitWork;
import rectify.selfcheck.Sheets;
import rectify.task.OpenTasks;

/** The doors of the product, and what pictures show that are taken through them. */
record Doors(
    TaskForms forms,
    OpenTasks tasks,
    Sheets sheets,
    EvidenceFiles evidence,
    VisitWork visits,
    Births births,
    Script script) {}
