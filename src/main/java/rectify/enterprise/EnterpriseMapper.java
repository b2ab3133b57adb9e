package rectify.enterprise;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface EnterpriseMapper {

  Enterprise byId(long id);

  List<Enterprise> byCreditCodes(@Param("creditCodes") Collection<String> creditCodes);

  List<Enterprise> page(
      @Param("filter") EnterpriseFilter filter,
      @Param("scope") EnterpriseScope scope,
      @Param("offset") long offset,
      @Param("limit") int limit);

  List<Enterprise> after(
      @Param("filter") EnterpriseFilter filter,
      @Param("scope") EnterpriseScope scope,
      @Param("id") long id,
      @Param("limit") int limit);

  long count(@Param("filter") EnterpriseFilter filter, @Param("scope") EnterpriseScope scope);

  void insert(@Param("enterprises") List<Enterprise> enterprises);

  /** All of them must be stored already. */
  void update(@Param("enterprises") List<Enterprise> enterprises);
}
