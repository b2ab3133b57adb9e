/** What enterprises answered about themselves: their traits, workshops and posts. */
package rectify.profile;
