/** The whole system on a real MySQL, through the doors people use, judged by its tables. */
package rectify.whole;
