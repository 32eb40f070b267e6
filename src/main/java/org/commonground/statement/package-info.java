/**
 * What an answer says in words, as data: a code with values, from which any language can be worded, and the English sentence for those
 * who read no page.
 *
 * <p>Entry: {@link org.commonground.statement.Wording}, implemented by one enum in each package that has something to say. The page
 * words the same codes in its languages; its tests compare its words with these enums.
 */
package org.commonground.statement;
