package rectify.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * A command behind one of the forms' doors. The engine's REST API shows a person why their form was
 * not taken for one kind of exception only.
 */
@FunctionalInterface
interface Submission<T> extends Command<T> {}
