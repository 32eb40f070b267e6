/**
 * Questions and answers in a shell: the same numbers as over HTTP.
 *
 * <p>Entry: {@link org.commonground.cli.Shell}.
 */
package org.commonground.cli;
