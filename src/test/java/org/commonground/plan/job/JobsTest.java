package org.commonground.plan.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.form.Checked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The queue of long work. */
@Timeout(60)
class JobsTest {

  private static final Duration LONG = Duration.ofSeconds(50);

  private final Jobs jobs = new Jobs(1, Duration.ofHours(1));

  @AfterEach
  void close() {
    jobs.close();
  }

  private JobAnswer ended(String id) throws InterruptedException {
    long seen = 0;
    while (true) {
      var change = jobs.next(id, seen, LONG);
      if (change.answer().ended()) {
        return change.answer();
      }
      seen = change.number();
    }
  }

  /** One at a time, in the order they came; those behind are told how many are before them. */
  @Test
  void workRunsInTheOrderItCame() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var first = jobs.submit("siting", "monaco", watch -> {
      begun.countDown();
      await(go);
      watch.at(3, 4);
      return "first";
    });
    begun.await();
    var second = jobs.submit("siting", "monaco", watch -> "second");
    var third = jobs.submit("siting", "monaco", watch -> "third");
    assertEquals("running", jobs.find(first.id()).state());
    assertEquals("queued", jobs.find(third.id()).state());
    assertEquals(1, jobs.find(third.id()).ahead());
    go.countDown();
    assertEquals("third", ended(third.id()).result());
    assertEquals("second", jobs.find(second.id()).result());
    var done = jobs.find(first.id());
    assertEquals("done first 3.0 4.0", done.state() + " " + done.result() + " " + done.progress().value() + " " + done.progress().bound());
    assertEquals(1 / 3.0, done.progress().gap(), 1e-12);
    assertNull(done.problem());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** What runs ends with the best it has; what waits never begins; what has ended stays as it is. */
  @Test
  void aJobIsCancelled() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ran = new AtomicBoolean();
    var running = jobs.submit("siting", "monaco", watch -> {
      begun.countDown();
      while (!watch.cancelled()) {
        Thread.onSpinWait();
      }
      return "best so far";
    });
    var waiting = jobs.submit("siting", "monaco", watch -> {
      ran.set(true);
      return "never";
    });
    begun.await();
    assertEquals("cancelled", jobs.cancel(waiting.id()).state());
    jobs.cancel(running.id());
    var ended = ended(running.id());
    assertEquals("cancelled best so far", ended.state() + " " + ended.result());
    var last = jobs.submit("siting", "monaco", watch -> "last");
    ended(last.id());
    assertFalse(ran.get());
    assertNull(jobs.find(waiting.id()).result());
    assertEquals("done", jobs.cancel(last.id()).state());
    assertEquals("last", jobs.find(last.id()).result());
  }

  @Test
  void whatGoesWrongIsSaid() throws InterruptedException {
    var fault = ended(jobs.submit("siting", "monaco", watch -> {
      throw new IllegalStateException("secret");
    }).id());
    assertEquals("failed", fault.state());
    assertNotNull(fault.problem().id());
    assertFalse(fault.problem().sentence().contains("secret"));
    assertNull(fault.problem().field());
    var mistake = ended(jobs.submit("siting", "monaco", watch -> {
      throw Checked.refused("p", "p is 9.");
    }).id());
    assertEquals("failed p is 9.", mistake.state() + " " + mistake.problem().sentence());
    assertEquals("p", mistake.problem().field());
    assertNull(mistake.problem().id());
    assertEquals(Code.JOB_UNKNOWN, assertThrows(InvalidInput.class, () -> jobs.find("x")).code());
  }

  /** Results go after their time, and no more may wait than have room. */
  @Test
  void nothingIsKeptForEver() throws InterruptedException {
    try (var brief = new Jobs(1, Duration.ZERO)) {
      var begun = new CountDownLatch(1);
      var go = new CountDownLatch(1);
      var first = brief.submit("siting", "monaco", watch -> {
        begun.countDown();
        await(go);
        return "first";
      });
      await(begun);
      int waiting = 0;
      var full = (InvalidInput) null;
      while (full == null) {
        try {
          brief.submit("siting", "monaco", watch -> "more");
          waiting++;
        } catch (InvalidInput refused) {
          full = refused;
        }
      }
      assertEquals(Code.JOBS_FULL, full.code());
      assertEquals(100, waiting, "could wait behind the first");
      go.countDown();
      long seen = 0;
      var change = brief.next(first.id(), seen, LONG);
      while (!change.answer().ended()) {
        change = brief.next(first.id(), change.number(), LONG);
      }
      assertThrows(InvalidInput.class, () -> brief.find(first.id()));
    }
  }
}
