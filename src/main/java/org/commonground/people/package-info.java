/**
 * Who is where, with which needs: buildings, and people distributed over them.
 */
package org.commonground.people;
