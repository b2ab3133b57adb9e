/**
 * The engine, configured before it starts: its one clock, what a model may call, trusted calls,
 * counties, what no command may delete. The rooms above bring their own parts to it.
 */
package rectify.engine;
