package rectify.jurisdiction;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface CatalogMapper {

  List<County> counties();

  List<Township> townships();

  List<Category> categories();

  List<Subcategory> subcategories();

  List<DepartmentRole> roles();

  List<Department> departments();

  List<ResponsibilityOverride> overrides();

  void saveCounties(List<County> rows);

  void saveTownships(List<Township> rows);

  void saveCategories(List<Category> rows);

  void saveSubcategories(List<Subcategory> rows);

  void saveRoles(List<DepartmentRole> rows);

  void saveDepartments(List<Department> rows);

  void saveOverrides(List<ResponsibilityOverride> rows);
}
