package rectify.city;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rectify.identity.Standing;
import rectify.page.PageEntry;

/** The ways from the header to where people work and look things up. */
@Configuration(proxyBeanMethods = false)
class Ways {

  @Bean
  static PageEntry wayHome() {
    return new PageEntry(10, "首页", "/city", "house", actor -> true);
  }

  @Bean
  static PageEntry wayToTasks() {
    return new PageEntry(
        20, "待办任务", "/camunda/app/tasklist/default/", "check2-square", actor -> true);
  }

  @Bean
  static PageEntry wayToCases() {
    return new PageEntry(30, "案件", "/city/cases", "folder2-open", actor -> true);
  }

  @Bean
  static PageEntry wayToDone() {
    return new PageEntry(40, "已办", "/city/done", "clock-history", actor -> true);
  }

  @Bean
  static PageEntry wayToFollowed() {
    return new PageEntry(50, "关注", "/city/followed", "star", actor -> true);
  }

  @Bean
  static PageEntry wayToCockpit() {
    return new PageEntry(
        80,
        "流程监控",
        "/camunda/app/cockpit/default/",
        "diagram-3",
        actor -> {
          Standing standing = actor.standing();
          return standing.manager() || standing.processDesigner() || standing.administrator();
        });
  }

  @Bean
  static PageEntry wayToAdmin() {
    return new PageEntry(
        90,
        "系统管理",
        "/camunda/app/admin/default/",
        "gear",
        actor -> actor.standing().administrator());
  }
}
