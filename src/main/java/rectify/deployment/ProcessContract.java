package rectify.deployment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import rectify.decision.DecisionRules;
import rectify.diagram.ClockRules;
import rectify.diagram.CycleRules;
import rectify.diagram.DayRules;
import rectify.diagram.DeadlineRules;
import rectify.diagram.ElementRules;
import rectify.diagram.EvidenceRules;
import rectify.diagram.ExpressionRules;
import rectify.diagram.PictureRules;
import rectify.diagram.ProcessRules;
import rectify.diagram.RungRules;
import rectify.diagram.ShapeRules;
import rectify.formmodel.FormRules;
import rectify.model.Code;
import rectify.model.House;
import rectify.model.Models;
import rectify.model.Models.DecisionFile;
import rectify.model.Models.Form;
import rectify.model.Models.ProcessFile;
import rectify.model.Report;
import rectify.model.Vocabulary;
import rectify.model.Xml;

/** Holds diagrams, decision tables and forms against each other and against the code. */
final class ProcessContract {

  private ProcessContract() {}

  /** Everything that is wrong, as sentences for the designer; empty when all is well. */
  static List<String> violations(Path processes, Path forms, Code code) {
    Report report = new Report();
    Models models = Models.read(processes, forms, report);
    check(models, models, code, report);
    new ReferenceRules(models, code, new Vocabulary(models, code), report).unused();
    return report.lines();
  }

  /**
   * What is wrong with files that are being deployed.
   *
   * @param deployed contents by name
   * @param product what comes with the product: the shape that a diagram keeps, and what the
   *     deployed files name without bringing it along
   */
  static List<String> violations(Map<String, byte[]> deployed, Models product, Code code) {
    Report report = new Report();
    if (!shape(deployed, product, report)) {
      return report.lines();
    }
    Report reading = new Report();
    Models own = Models.of(deployed, reading);
    if (report.lines().isEmpty()) {
      report.add(reading);
    }
    own.processes().forEach(process -> ownForms(process, own, report));
    Models all = own.over(product);
    own.decisions().forEach(decision -> DecisionRules.asked(decision, all, report));
    own.forms().forEach(form -> FormRules.shown(form, all, report));
    check(own, all, code, report);
    return report.lines();
  }

  /**
   * What a diagram is drawn with, and whether it keeps the product's shape: seen without reading it
   * as a model.
   *
   * @return whether it can be read as one
   */
  static boolean shape(Map<String, byte[]> deployed, Models product, Report report) {
    Map<String, Document> diagrams = new LinkedHashMap<>();
    deployed.forEach(
        (name, content) -> {
          String file = Models.file(name);
          Document xml =
              file.endsWith(".bpmn") ? Xml.parse(file, content, House.ours(), report) : null;
          if (xml != null) {
            new ElementRules(file, House.ours(), report).check(xml.getDocumentElement());
            known(file, xml, product, report);
            diagrams.put(file, xml);
          }
        });
    if (!report.lines().isEmpty()) {
      return false;
    }
    diagrams.forEach(
        (file, xml) ->
            kept(xml, product)
                .ifPresent(kept -> new ShapeRules(file, xml, kept, House.ours(), report).check()));
    return true;
  }

  private static void known(String file, Document xml, Models product, Report report) {
    Xml.all(xml.getDocumentElement())
        .filter(element -> Xml.is(element, "process"))
        .map(element -> element.getAttribute("id"))
        .filter(id -> product.processes().stream().noneMatch(kept -> kept.id().equals(id)))
        .forEach(id -> report.say(file, "“" + id + "”不是本系统的流程，没有程序启动它，请以产品自带的流程图为底修改，流程 ID 不变。"));
  }

  private static Optional<ProcessFile> kept(Document xml, Models product) {
    return Xml.all(xml.getDocumentElement())
        .filter(element -> Xml.is(element, "process"))
        .flatMap(
            element ->
                product.processes().stream()
                    .filter(kept -> kept.id().equals(element.getAttribute("id"))))
        .findFirst();
  }

  /** A running case keeps the form it began with, so the form comes in the same deployment. */
  private static void ownForms(ProcessFile process, Models own, Report report) {
    Vocabulary.formRefs(process)
        .distinct()
        .filter(form -> own.forms().stream().noneMatch(one -> one.id().equals(form)))
        .forEach(
            form ->
                report.say(
                    process.file(), "表单“%s”不在本次部署中，请把 %s.form 一并加入部署。".formatted(form, form)));
  }

  /**
   * @param checked what is held against the rules
   * @param models what these may name
   */
  private static void check(Models checked, Models models, Code code, Report report) {
    Vocabulary vocabulary = new Vocabulary(models, code);
    ReferenceRules references = new ReferenceRules(models, code, vocabulary, report);
    for (ProcessFile process : checked.processes()) {
      new ElementRules(process.file(), House.ours(), report)
          .check(process.xml().getDocumentElement());
      new ProcessRules(process, report).check();
      new PictureRules(process, report).check();
      new EvidenceRules(process, models, report).check();
      new ClockRules(process, report).check();
      new DeadlineRules(process, report).check();
      new RungRules(process, House.ours(), report).check();
      new DayRules(process, House.ours(), report).check();
      new CycleRules(process, report).check();
      new ExpressionRules(process, models, code, vocabulary, report).check();
      references.check(process);
    }
    for (DecisionFile decision : checked.decisions()) {
      new DecisionRules(decision, models, vocabulary, report).check();
    }
    for (Form form : checked.forms()) {
      new FormRules(form, models, vocabulary, report).check();
    }
  }
}
