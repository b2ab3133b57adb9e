/** Wrong passwords, and the wait of whoever guesses. */
package rectify.login;
