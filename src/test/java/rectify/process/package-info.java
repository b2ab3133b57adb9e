/** Every diagram walked along each of its paths, with its real forms, decisions and calendar. */
package rectify.process;
