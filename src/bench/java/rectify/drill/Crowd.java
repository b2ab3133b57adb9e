package rectify.drill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People at work: each takes a case, does its next step and puts it back. What is not answered they
 * send again, exactly as before.
 */
final class Crowd {

  private static final int HURRY_TO_REPORT = 3;
  private static final int MOST_REFUSALS = 200;

  private final Service service;
  private final Journal journal;
  private final int threads;
  private final Random random;
  private final List<DrillCase> waiting;
  private final List<Future<?>> people = new ArrayList<>();
  private int inHand;
  private int refusals;

  Crowd(Service service, Journal journal, Settings settings, List<DrillCase> cases) {
    this.service = service;
    this.journal = journal;
    this.threads = settings.threads();
    this.random = new Random(settings.seed());
    this.waiting = new ArrayList<>(cases);
    waiting.removeIf(DrillCase::rests);
  }

  Crowd start() {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < threads; i++) {
      people.add(executor.submit(this::work));
    }
    executor.shutdown();
    return this;
  }

  /** Waits until every case rests. */
  void await() throws InterruptedException, ExecutionException {
    for (Future<?> person : people) {
      person.get();
    }
  }

  private void work() {
    for (DrillCase hazard; (hazard = take()) != null; ) {
      try {
        step(hazard);
      } catch (IOException e) {
        hazard.isUnanswered();
        journal.unanswered();
        service.awaitReady();
      } finally {
        putBack(hazard);
      }
    }
  }

  private void step(DrillCase hazard) throws IOException {
    if (hazard.next() == Step.REPORT) {
      report(hazard);
    } else {
      complete(hazard);
    }
  }

  private void report(DrillCase hazard) throws IOException {
    Doors.Answer answer = service.doors().report(hazard.person(), hazard.clientKey());
    if (answer.succeeded()) {
      hazard.isNumbered(answer.body().get("caseNumber").asText());
      acknowledged(hazard);
    } else {
      refused(hazard, answer);
    }
  }

  private void complete(DrillCase hazard) throws IOException {
    Step step = hazard.next();
    Doors doors = service.doors();
    if (hazard.task() == null) {
      Doors.Answer tasks = doors.tasks(hazard.person(), hazard.number(), step);
      if (!tasks.succeeded() || tasks.body().size() != 1) {
        refused(hazard, tasks);
        return;
      }
      hazard.hasTask(tasks.body().get(0).get("id").asText());
    }
    if (step == Step.RECTIFY) {
      Doors.Answer proof =
          doors.prove(hazard.person(), hazard.task(), "photo-" + hazard.clientKey());
      if (!proof.succeeded() && !hazard.isInDoubt()) {
        refused(hazard, proof);
        return;
      }
    }
    Doors.Answer answer = doors.submit(hazard.person(), hazard.task(), step);
    if (answer.succeeded()) {
      acknowledged(hazard);
    } else if (hazard.isInDoubt() && isDone(hazard)) {
      journal.doneUnanswered();
      hazard.stepIsDone();
    } else {
      refused(hazard, answer);
    }
  }

  private boolean isDone(DrillCase hazard) throws IOException {
    String status =
        service
            .doors()
            .caseByNumber(hazard.person(), hazard.number())
            .body()
            .path("status")
            .asText();
    return status.equals(hazard.next() == Step.RECTIFY ? "REPORTED" : "CLOSED");
  }

  private void acknowledged(DrillCase hazard) {
    journal.acknowledged(hazard);
    hazard.stepIsDone();
  }

  private synchronized void refused(DrillCase hazard, Doors.Answer answer) {
    journal.refused(hazard.next(), answer);
    if (++refusals > MOST_REFUSALS) {
      throw new IllegalStateException("refused again and again: " + journal.refusals());
    }
  }

  private synchronized DrillCase take() {
    try {
      while (waiting.isEmpty() && inHand > 0) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
    if (waiting.isEmpty()) {
      return null;
    }
    int pick = random.nextInt(waiting.size());
    for (int i = 1; i < HURRY_TO_REPORT && waiting.get(pick).next() != Step.REPORT; i++) {
      pick = random.nextInt(waiting.size());
    }
    inHand++;
    return waiting.remove(pick);
  }

  private synchronized void putBack(DrillCase hazard) {
    inHand--;
    if (!hazard.rests()) {
      waiting.add(hazard);
    }
    notifyAll();
  }
}
