-- Quartz keeps the class of each job: those that moved to another room are found where they are now.
update QRTZ_JOB_DETAILS set JOB_CLASS_NAME = 'rectify.task.HeldTaskSweepJob'
where JOB_CLASS_NAME = 'rectify.engine.HeldTaskSweepJob';
update QRTZ_JOB_DETAILS set JOB_CLASS_NAME = 'rectify.once.KeySweepJob'
where JOB_CLASS_NAME = 'rectify.engine.KeySweepJob';
update QRTZ_JOB_DETAILS set JOB_CLASS_NAME = 'rectify.login.LoginSweepJob'
where JOB_CLASS_NAME = 'rectify.identity.LoginSweepJob';
update QRTZ_JOB_DETAILS set JOB_CLASS_NAME = 'rectify.reorganisation.ReorganisationJob'
where JOB_CLASS_NAME = 'rectify.jurisdiction.ReorganisationJob';
update QRTZ_JOB_DETAILS set JOB_CLASS_NAME = 'rectify.responsibility.ResponsibilityAuditJob'
where JOB_CLASS_NAME = 'rectify.jurisdiction.ResponsibilityAuditJob';
update QRTZ_JOB_DETAILS set JOB_CLASS_NAME = 'rectify.reminder.LateListJob'
where JOB_CLASS_NAME = 'rectify.selfcheck.LateListJob';
update QRTZ_JOB_DETAILS set JOB_CLASS_NAME = 'rectify.light.LightJob'
where JOB_CLASS_NAME = 'rectify.selfcheck.LightJob';
