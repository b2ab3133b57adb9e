package rectify.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rectify.once.OnceOnly;
import rectify.paper.Document;
import rectify.paper.DocumentKind;
import rectify.paper.Edition;
import rectify.paper.Printer;
import rectify.paper.Sheet;

@RestController
@RequestMapping("/api/documents")
@Tag(name = "文书")
class DocumentController {

  private final Archive archive;
  private final DocumentRows rows;
  private final Printer printer;
  private final OnceOnly once;

  DocumentController(Archive archive, DocumentRows rows, Printer printer, OnceOnly once) {
    this.archive = archive;
    this.rows = rows;
    this.printer = printer;
    this.once = once;
  }

  /**
   * A document with what may be corrected in it.
   *
   * @param versions oldest first
   */
  record Details(DocumentRow document, List<Piece> pieces, List<Version> versions) {

    static Details of(Archive.File file, DocumentRow row) {
      List<Sheet.Block> blocks = file.newest().sheet().blocks();
      return new Details(
          row,
          IntStream.range(0, blocks.size())
              .boxed()
              .flatMap(i -> Piece.of(file.document().kind(), i, blocks.get(i)).stream())
              .toList(),
          file.editions().stream().map(Version::of).toList());
    }
  }

  /**
   * @param hint what counts as a slip of the pen in it
   */
  record Piece(int block, String label, String text, String hint) {

    static Optional<Piece> of(DocumentKind kind, int index, Sheet.Block block) {
      return Slip.in(kind, block)
          .map(slip -> new Piece(index, block.label(), block.text(), slip.hint()));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(
      int version,
      String sha256,
      LocalDateTime at,
      String changed,
      String reason,
      String correctedBy) {

    static Version of(Edition edition) {
      return new Version(
          edition.version(),
          edition.sha256(),
          edition.editedAt(),
          edition.changed(),
          edition.reason(),
          edition.editedByName());
    }
  }

  /**
   * @param block of a {@link Piece}
   */
  record Correction(int block, String text, String reason) {}

  @GetMapping
  @Operation(summary = "一个案件（案件编号）的文书；不指定案件时为本单位近期的文书")
  List<DocumentRow> list(@RequestParam(name = "case", required = false) String caseNumber) {
    return caseNumber == null ? rows.recent() : rows.ofCase(caseNumber);
  }

  @GetMapping("/{id}")
  @Operation(summary = "一份文书的可更正内容和各版本")
  Details get(@PathVariable long id) {
    return details(archive.get(id));
  }

  private Details details(Archive.File file) {
    return Details.of(file, rows.of(file));
  }

  @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(summary = "打开文书（PDF）；不指定版本时为最新版")
  ResponseEntity<byte[]> pdf(
      @PathVariable long id, @RequestParam(required = false) Integer version) {
    Archive.File file = archive.get(id);
    byte[] pdf = printer.pdf(file.document(), file.edition(version), file.editions());
    Document document = file.document();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(
                    file.edition(version).sheet().titleOf(document.kind())
                        + document.number()
                        + ".pdf",
                    StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(pdf);
  }

  @PostMapping("/{id}/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "更正文书中的笔误", description = "由出具单位的人员办理，限于可更正的内容；文号不变，原版本保留")
  Details correct(@PathVariable long id, @RequestBody Correction correction) {
    once.inOne(
        "correct document " + id,
        correction,
        Integer.class,
        () ->
            archive
                .correct(id, correction.block(), correction.text(), correction.reason())
                .newest()
                .version());
    return details(archive.get(id));
  }
}
