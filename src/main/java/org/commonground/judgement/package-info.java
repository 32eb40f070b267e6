/**
 * The two lives of every space of a city judged together, by the rules of one pack: what it holds, where it is entered, which hazards
 * it suits and why, and what it is worth in everyday life and in an emergency.
 *
 * <p>Entry: {@link org.commonground.judgement.SpaceJudge}, which looks at the ground of a whole city and judges space by space;
 * {@link org.commonground.judgement.Worth} weighs what was found. The measuring itself is in {@code space}.
 */
package org.commonground.judgement;
