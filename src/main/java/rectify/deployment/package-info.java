/**
 * The gate before every deployment, whatever door it came through, and the way to take one back
 * that no case ran on: models are held against each other, the code and those before them.
 */
package rectify.deployment;
