package org.commonground.judgement;

import java.util.List;
import java.util.Map;
import org.commonground.space.CapacityResult;
import org.commonground.space.EffectiveAreaResult;
import org.commonground.space.EntranceResult;
import org.commonground.space.Facility;
import org.commonground.space.FacilityKind;
import org.commonground.space.Hazard;
import org.commonground.space.OpeningHours;
import org.commonground.space.Space;
import org.commonground.space.SpaceFacts;
import org.commonground.space.SuitabilityResult;

/**
 * What was found of one space, by one rule pack.
 *
 * @param ground      what people can use of it, no hazard being there; null where it has no outline
 * @param room        what it holds
 * @param entrances   null where it has no outline
 * @param suitability by hazard: those that the rules test or the area has zones of
 * @param facts       what else is recorded; distances to dangers and helps are in it
 * @param inside      facilities on it that people use
 * @param takingPart  kinds of places for taking part near by, with how many are recorded
 * @param hours       when it is open
 */
public record JudgedSpace(Space space, EffectiveAreaResult ground, CapacityResult room, EntranceResult entrances,
    Map<Hazard, SuitabilityResult> suitability, SpaceFacts facts, List<Facility> inside, Map<FacilityKind, Integer> takingPart,
    OpeningHours hours) {
}
