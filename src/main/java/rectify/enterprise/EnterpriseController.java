package rectify.enterprise;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import rectify.once.HeavyWork;
import rectify.once.OnceOnly;
import rectify.refusal.Refusal;
import rectify.spreadsheet.SheetReader;

@RestController
@RequestMapping("/api/enterprises")
@Tag(name = "企业名册")
class EnterpriseController {

  record Query(
      String q,
      String county,
      String township,
      String subcategory,
      Enterprise.Grade grade,
      Boolean enrolled) {

    EnterpriseFilter filter() {
      return new EnterpriseFilter(q, county, township, subcategory, grade, enrolled);
    }
  }

  record Page(long total, int page, int size, List<Enterprise> rows) {}

  private final Enterprises enterprises;
  private final EnterpriseImport imports;
  private final EnterpriseExport exports;
  private final OnceOnly once;
  private final HeavyWork heavy;
  private final Supplier<EnterpriseAccess> caller;

  EnterpriseController(
      Enterprises enterprises,
      EnterpriseImport imports,
      EnterpriseExport exports,
      OnceOnly once,
      HeavyWork heavy,
      Supplier<EnterpriseAccess> caller) {
    this.enterprises = enterprises;
    this.imports = imports;
    this.exports = exports;
    this.once = once;
    this.heavy = heavy;
    this.caller = caller;
  }

  @GetMapping
  @Operation(summary = "查询企业，可按信用代码、名称、辖区、行业、分级筛选")
  Page list(
      @ParameterObject Query query,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    EnterpriseFilter filter = query.filter();
    EnterpriseScope scope = caller.get().read();
    return new Page(
        enterprises.count(filter, scope),
        page,
        size,
        enterprises.page(filter, scope, (long) page * size, size));
  }

  @GetMapping("/{id}")
  @Operation(summary = "查看一家企业")
  Enterprise get(@PathVariable long id) {
    return enterprises.get(id, caller.get().read());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "登记企业")
  Enterprise register(@RequestBody EnterpriseDetails details) {
    return enterprises.register(details, writable());
  }

  @PutMapping("/{id}")
  @Operation(summary = "修改企业")
  Enterprise update(@PathVariable long id, @RequestBody EnterpriseDetails details) {
    enterprises.get(id, caller.get().read());
    return enterprises.update(id, details, writable());
  }

  @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Operation(
      summary = "导入企业名册（CSV 或 xlsx）",
      description =
          "有问题的行逐一列出；acceptGood=true 时导入其余的行，否则一行也不导入并返回 422；"
              + "空白的单元格保留已登记的内容，clearBlanks=true 时清空")
  ResponseEntity<ImportReport> take(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "false") boolean acceptGood,
      @RequestParam(defaultValue = "false") boolean clearBlanks) {
    EnterpriseScope scope = writable();
    EnterpriseSheet sheet =
        heavy.run(SheetReader.memory(file.getSize()), () -> EnterpriseSheet.read(file));
    ImportReport report =
        once.inOne(
            "import enterprises " + acceptGood + " " + clearBlanks,
            bytes(file),
            ImportReport.class,
            () -> imports.take(sheet, acceptGood, clearBlanks, scope));
    return ResponseEntity.status(report.written() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
        .body(report);
  }

  @GetMapping("/export.csv")
  @Operation(summary = "导出企业名册（CSV），筛选条件与查询相同")
  void exportCsv(@ParameterObject Query query, HttpServletResponse response) throws IOException {
    EnterpriseFilter filter = query.filter();
    EnterpriseScope scope = caller.get().read();
    exports.of("企业名册", enterprises.all(filter, scope)).downloadCsv(response);
  }

  @GetMapping("/export.xlsx")
  @Operation(summary = "导出企业名册（xlsx），筛选条件与查询相同")
  void exportXlsx(@ParameterObject Query query, HttpServletResponse response) throws IOException {
    EnterpriseFilter filter = query.filter();
    EnterpriseScope scope = caller.get().read();
    exports.of("企业名册", enterprises.all(filter, scope)).downloadXlsx(response);
  }

  private static byte[] bytes(MultipartFile file) {
    try {
      return file.getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EnterpriseScope writable() {
    EnterpriseScope scope = caller.get().write();
    if (scope.isNone()) {
      throw Refusal.forbidden("您没有维护企业名册的权限，请联系所在县（市、区）的管理员");
    }
    return scope;
  }
}
