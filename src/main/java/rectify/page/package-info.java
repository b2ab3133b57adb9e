/**
 * What every page of the platform (业务平台, {@code /city}) is made of: the frame around it, lists
 * whose filter stands in the address, refusals in words. Nothing here knows a case.
 */
package rectify.page;
