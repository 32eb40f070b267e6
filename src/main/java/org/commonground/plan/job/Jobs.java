package org.commonground.plan.job;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.form.Checked;
import org.commonground.siting.SitingResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work in one queue: so many at once, each with its progress, each may be cancelled, results kept for some time. Safe for use by
 * many threads.
 */
public final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int MOST_WAITING = 100;
  private static final int MOST_ENDED = 200;

  private final ExecutorService workers;
  private final Duration kept;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /** What a job does. An early end after it was cancelled is an answer like any other. */
  @FunctionalInterface
  public interface Work<A> {

    A run(JobWatch watch);
  }

  /**
   * @param atOnce how many run at the same time, 1 or more
   * @param kept   how long a result is kept after its end
   */
  public Jobs(int atOnce, Duration kept) {
    this.kept = kept;
    workers = Executors.newFixedThreadPool(atOnce, work -> {
      var thread = new Thread(work, "job");
      thread.setDaemon(true);
      return thread;
    });
  }

  /** One job for every two cores, results for an hour. */
  public static Jobs ofMachine() {
    return new Jobs(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), Duration.ofHours(1));
  }

  /**
   * Puts work at the end of the queue.
   *
   * @throws InvalidInput where too many are waiting
   */
  public synchronized JobAnswer submit(String kind, String area, Work<?> work) {
    forget();
    long waiting = jobs.values().stream().filter(job -> job.state == State.QUEUED).count();
    if (waiting >= MOST_WAITING) {
      throw new InvalidInput(Code.JOBS_FULL, null, waiting + " jobs are waiting, which is the most that may: try again later.");
    }
    var job = new Job(UUID.randomUUID().toString(), kind, area, work);
    jobs.put(job.id, job);
    workers.execute(() -> run(job));
    return job.answer();
  }

  /** @throws InvalidInput where there is none of this id, or no longer, as everywhere below */
  public synchronized JobAnswer find(String id) {
    forget();
    return job(id).answer();
  }

  /**
   * The same, once it has changed since it was seen.
   *
   * @param seen what {@link Change#number} said then; 0 to see it at once
   * @param wait how long to wait for a change at most
   */
  public synchronized Change next(String id, long seen, Duration wait) throws InterruptedException {
    var job = job(id);
    long end = System.nanoTime() + wait.toNanos();
    for (long left = wait.toNanos(); job.changes == seen && left > 0; left = end - System.nanoTime()) {
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    return new Change(job.changes, job.answer());
  }

  /** @param number grows with every change */
  public record Change(long number, JobAnswer answer) {
  }

  /** Ends a job early: with the best it has, or without an answer where it has not begun. One that has ended stays as it is. */
  public synchronized JobAnswer cancel(String id) {
    var job = job(id);
    job.cancelled = true;
    if (job.state == State.QUEUED) {
      end(job, State.CANCELLED);
    }
    return job.answer();
  }

  @Override
  public void close() {
    synchronized (this) {
      List.copyOf(jobs.keySet()).forEach(this::cancel);
    }
    workers.shutdown();
  }

  private Job job(String id) {
    var job = jobs.get(id);
    if (job == null) {
      throw new InvalidInput(Code.JOB_UNKNOWN, "id", "There is no job " + Checked.shown(id) + ", or no longer: results are kept for "
          + kept.toMinutes() + " minutes.");
    }
    return job;
  }

  /** What has ended too long ago, or before too many others. */
  private void forget() {
    long now = System.nanoTime();
    jobs.values().removeIf(job -> job.state.ended && now - job.endNanos > kept.toNanos());
    long tooMany = jobs.values().stream().filter(job -> job.state.ended).count() - MOST_ENDED;
    for (var all = jobs.values().iterator(); all.hasNext() && tooMany > 0;) {
      if (all.next().state.ended) {
        all.remove();
        tooMany--;
      }
    }
  }

  private void run(Job job) {
    Work<?> work;
    synchronized (this) {
      if (job.state.ended) {
        return;
      }
      job.state = State.RUNNING;
      job.startNanos = System.nanoTime();
      work = job.work;
      changed(job);
    }
    Object result = null;
    JobAnswer.Problem problem = null;
    try {
      result = work.run(job);
    } catch (InvalidInput mistake) {
      problem = new JobAnswer.Problem(null, mistake.getMessage(), mistake.field());
    } catch (RuntimeException | Error fault) {
      var id = UUID.randomUUID().toString();
      LOG.error("fault {} of job {}", id, job.id, fault);
      problem = new JobAnswer.Problem(id, "Something went wrong on our side; it is in the log under this id.", null);
    }
    synchronized (this) {
      job.result = result;
      job.problem = problem;
      end(job, problem != null ? State.FAILED : job.cancelled ? State.CANCELLED : State.DONE);
    }
  }

  private void end(Job job, State state) {
    job.state = state;
    job.endNanos = System.nanoTime();
    job.work = null;
    changed(job);
  }

  private void changed(Job job) {
    job.changes++;
    notifyAll();
  }

  private enum State {
    QUEUED(false), RUNNING(false), DONE(true), CANCELLED(true), FAILED(true);

    private final boolean ended;

    State(boolean ended) {
      this.ended = ended;
    }
  }

  /** Everything but {@code cancelled} changes only under the lock of the queue. */
  private final class Job implements JobWatch {

    private static final long EVERY_NANOS = 250_000_000;

    private final String id;
    private final String kind;
    private final String area;
    /** Null once it has ended, as it may hold a whole city. */
    private Work<?> work;
    private final Instant createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private volatile boolean cancelled;
    private State state = State.QUEUED;
    private long changes = 1;
    private long startNanos;
    private long endNanos;
    private long shownNanos;
    private double value = Double.NaN;
    private double bound = Double.NaN;
    private Object result;
    private JobAnswer.Problem problem;

    private Job(String id, String kind, String area, Work<?> work) {
      this.id = id;
      this.kind = kind;
      this.area = area;
      this.work = work;
    }

    /** Those who wait hear of it four times a second at most. */
    @Override
    public void at(double newValue, double newBound) {
      synchronized (Jobs.this) {
        value = newValue;
        bound = newBound;
        long now = System.nanoTime();
        if (shownNanos == 0 || now - shownNanos >= EVERY_NANOS) {
          shownNanos = now;
          changed(this);
        }
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    private JobAnswer answer() {
      int ahead = state != State.QUEUED ? 0
          : (int) jobs.values().stream().takeWhile(job -> job != this).filter(job -> job.state == State.QUEUED).count();
      return new JobAnswer(id, kind, area, state.name().toLowerCase(java.util.Locale.ROOT), ahead, createdAt, progress(), result, problem);
    }

    private JobAnswer.Progress progress() {
      if (startNanos == 0) {
        return null;
      }
      long until = state.ended ? endNanos : System.nanoTime();
      var gap = finite(SitingResult.gap(value, bound));
      return new JobAnswer.Progress(finite(value), finite(bound), gap, Math.round((until - startNanos) / 1e6) / 1e3);
    }

    private static Double finite(double number) {
      return Double.isFinite(number) ? number : null;
    }
  }
}
