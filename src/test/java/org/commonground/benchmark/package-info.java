/** Programs that measure and print ratios to a named peer on the same data; never run as tests. */
package org.commonground.benchmark;
