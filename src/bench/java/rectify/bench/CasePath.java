package rectify.bench;

import java.util.List;

/** A way through {@code hazard-rectification}, by the answer each of its user tasks is given. */
enum CasePath {
  TWO_TASKS("报→改→验合格 (rectify, verify)", false, Step.RECTIFY, Step.PASS),
  THREE_TASKS("当场改→验不合格→改→验合格 (verify, rectify, verify)", true, Step.FAIL, Step.RECTIFY, Step.PASS),
  FOUR_TASKS(
      "报→改→验不合格→改→验合格 (rectify, verify, rectify, verify)",
      false,
      Step.RECTIFY,
      Step.FAIL,
      Step.RECTIFY,
      Step.PASS);

  /** What a person answers in a task. */
  enum Step {
    RECTIFY,
    FAIL,
    PASS
  }

  private final String title;
  private final boolean rectifiedOnSpot;
  private final List<Step> steps;

  CasePath(String title, boolean rectifiedOnSpot, Step... steps) {
    this.title = title;
    this.rectifiedOnSpot = rectifiedOnSpot;
    this.steps = List.of(steps);
  }

  String title() {
    return title;
  }

  boolean rectifiedOnSpot() {
    return rectifiedOnSpot;
  }

  List<Step> steps() {
    return steps;
  }
}
