package org.commonground.plan.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.commonground.city.InvalidInput;
import org.commonground.plan.form.Checked;

/**
 * An area plus edits, in their order. The area is meant by its name, so that a scenario outlives a new import of it.
 *
 * @param id        given by the store and never given again; null before it is kept
 * @param area      name
 * @param title     for people
 * @param author    null where nobody said
 * @param reason    null where nobody said
 * @param createdAt milliseconds are kept
 * @param changedAt later than every state before
 * @param version   grows by one with every change that is kept
 * @param edits     at most {@link #MOST_EDITS}
 */
public record Scenario(String id, String area, String title, String author, String reason, Instant createdAt, Instant changedAt,
    int version, List<Edit> edits) {

  public static final int MOST_EDITS = 1000;

  /** @throws InvalidInput where a text or the number of edits is not one that can be kept */
  public Scenario {
    Objects.requireNonNull(area, "area");
    title = Checked.needed("title", title, Checked.TITLE_CHARACTERS);
    author = Checked.line("author", author, Checked.TITLE_CHARACTERS);
    reason = Checked.text("reason", reason, Checked.REASON_CHARACTERS);
    edits = List.copyOf(edits);
    if (edits.size() > MOST_EDITS) {
      throw Checked.refused("edits",
          "The scenario would have " + edits.size() + " edits, but may have at most " + MOST_EDITS + ".");
    }
  }

  /** What people read of a scenario. */
  public record Heading(String title, String author, String reason) {
  }

  public Heading heading() {
    return new Heading(title, author, reason);
  }

  /** As the store keeps it. */
  public Scenario kept(String newId, int newVersion) {
    return new Scenario(newId, area, title, author, reason, createdAt, changedAt, newVersion, edits);
  }

  Scenario with(Heading heading) {
    return new Scenario(id, area, heading.title(), heading.author(), heading.reason(), createdAt, changedAt, version, edits);
  }

  Scenario with(List<Edit> newEdits) {
    return new Scenario(id, area, title, author, reason, createdAt, changedAt, version, newEdits);
  }

  /** At least a millisecond later than before, so that a state is known by its time. */
  Scenario changedAt(Instant now) {
    var next = changedAt.plusMillis(1);
    return new Scenario(id, area, title, author, reason, createdAt, now.isBefore(next) ? next : now, version, edits);
  }
}
