/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-import-job.h"

#include <glib/gstdio.h>

#include "bf-import-apply.h"
#include "bf-plan-file.h"

#define INTERVAL_MS 60
#define ROWS_A_STEP 32
/* Half a frame: the other half is for what the person does. */
#define STEP_TIME_US 8000

/* One reading under way; everything else in it stays as it was set. */
typedef struct
{
  char **paths;
  BfPlan *plan;
  BfImportFlags flags;
  GPtrArray *mends;
  int done;   /* atomic, thousandths */
  int n_rows; /* atomic */
} Reading;

struct _BfImportJob
{
  GObject parent_instance;

  char **paths;
  BfDocument *document;
  BfPlan *plan;
  GCancellable *cancellable;
  Reading *reading; /* of the task under way */
  guint tick_id;
  BfImport *import;

  BfImportWriter *writer;
  BfDocument *target;
  guint write_id;
};

G_DEFINE_FINAL_TYPE (BfImportJob, bf_import_job, G_TYPE_OBJECT)

enum
{
  PROGRESS,
  READ,
  WRITTEN,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Reading ------------------------------------------------------------------------------- */

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->paths);
  g_clear_pointer (&reading->plan, bf_plan_unref);
  g_clear_pointer (&reading->mends, g_ptr_array_unref);
  g_free (reading);
}

static void
progress_cb (double fraction, guint n_rows, gpointer data)
{
  Reading *reading = data;

  g_atomic_int_set (&reading->done, (int) (fraction * 1000));
  g_atomic_int_set (&reading->n_rows, (int) n_rows);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  BfImport *import = bf_import_new_mended ((const char *const *) reading->paths,
                                           reading->flags,
                                           reading->plan,
                                           reading->mends,
                                           progress_cb,
                                           reading,
                                           cancellable,
                                           &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) bf_import_free);
  else
    g_task_return_error (task, error);
}

static void
end_reading (BfImportJob *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  self->reading = NULL;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BfImportJob *self = BF_IMPORT_JOB (source);
  BfImport *import = g_task_propagate_pointer (G_TASK (result), NULL);

  if (import == NULL)
    return; /* cancelled; whoever did that has moved on */
  end_reading (self);
  g_clear_pointer (&self->import, bf_import_free);
  self->import = import;
  g_signal_emit (self, signals[READ], 0);
}

static gboolean
tick_cb (gpointer data)
{
  BfImportJob *self = data;

  g_signal_emit (self,
                 signals[PROGRESS],
                 0,
                 g_atomic_int_get (&self->reading->done) / 1000.0,
                 (guint) g_atomic_int_get (&self->reading->n_rows));
  return G_SOURCE_CONTINUE;
}

static gpointer
copy_mend (gconstpointer mend, gpointer data)
{
  return bf_mend_copy (mend);
}

void
bf_import_job_read (BfImportJob *job, BfImportFlags flags, const GPtrArray *mends)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  bf_import_job_cancel (job);
  reading->paths = g_strdupv (job->paths);
  reading->plan = job->plan != NULL ? bf_plan_ref (job->plan) : NULL;
  reading->flags = flags;
  reading->mends = g_ptr_array_copy ((GPtrArray *) mends, copy_mend, NULL);
  g_ptr_array_set_free_func (reading->mends, (GDestroyNotify) bf_mend_free);
  job->cancellable = g_cancellable_new ();
  job->reading = reading;
  task = g_task_new (job, job->cancellable, read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
  job->tick_id = g_timeout_add (INTERVAL_MS, tick_cb, job);
}

BfImport *
bf_import_job_take (BfImportJob *job)
{
  return g_steal_pointer (&job->import);
}

/* --- Writing ------------------------------------------------------------------------------- */

static char *
plan_name (const BfImport *import)
{
  const GPtrArray *plants = bf_import_rows (import, BF_PLANT);
  const BfPlant *plant;

  if (plants->len == 0)
    return bf_import_name (import);
  plant = ((const BfImportRow *) plants->pdata[0])->row;
  return g_strdup (plant->name != NULL ? plant->name : plant->row.key);
}

/* Nothing that was begun is left behind. */
static void
end_writing (BfImportJob *self, gboolean keep)
{
  g_autofree char *path = NULL;

  g_clear_handle_id (&self->write_id, g_source_remove);
  g_clear_pointer (&self->writer, bf_import_writer_free);
  if (self->target != NULL && self->document == NULL && !keep)
    path = g_strdup (bf_document_get_path (self->target));
  g_clear_object (&self->target);
  if (path != NULL)
    g_unlink (path);
}

static void
fail (BfImportJob *self, const GError *error)
{
  end_writing (self, FALSE);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
finish_writing (BfImportJob *self)
{
  g_autoptr (BfDocument) document = g_object_ref (self->target);
  g_autoptr (GError) error = NULL;

  if (!bf_import_writer_finish (self->writer, NULL, &error))
    {
      g_clear_object (&document);
      fail (self, error);
      return;
    }
  end_writing (self, TRUE);
  g_signal_emit (self, signals[WRITTEN], 0, document);
}

static gboolean
write_cb (gpointer data)
{
  BfImportJob *self = data;
  gint64 until = g_get_monotonic_time () + STEP_TIME_US;
  g_autoptr (GError) error = NULL;
  BfImportStep step = BF_IMPORT_WRITING;

  while (step == BF_IMPORT_WRITING && g_get_monotonic_time () < until)
    step = bf_import_writer_step (self->writer, ROWS_A_STEP, &error);
  if (step == BF_IMPORT_WRITING)
    {
      g_signal_emit (self, signals[PROGRESS], 0, bf_import_writer_fraction (self->writer), 0);
      return G_SOURCE_CONTINUE;
    }
  self->write_id = 0;
  if (step == BF_IMPORT_WRITTEN)
    finish_writing (self);
  else
    fail (self, error);
  return G_SOURCE_REMOVE;
}

void
bf_import_job_write (BfImportJob *job, const BfImport *import)
{
  g_autofree char *name = plan_name (import);
  g_autoptr (GError) error = NULL;

  bf_import_job_cancel (job);
  job->target =
      job->document != NULL ? g_object_ref (job->document) : bf_plan_file_new (name, &error);
  if (job->target != NULL)
    job->writer = bf_import_writer_new (import, job->target, FALSE, &error);
  if (job->writer == NULL)
    fail (job, error);
  else
    job->write_id = g_idle_add (write_cb, job);
}

void
bf_import_job_cancel (BfImportJob *job)
{
  if (job->cancellable != NULL)
    g_cancellable_cancel (job->cancellable);
  g_clear_object (&job->cancellable);
  end_reading (job);
  end_writing (job, FALSE);
}

const BfPlan *
bf_import_job_get_plan (BfImportJob *job)
{
  return job->plan;
}

/* --- The job ------------------------------------------------------------------------------- */

static void
bf_import_job_dispose (GObject *object)
{
  BfImportJob *self = BF_IMPORT_JOB (object);

  bf_import_job_cancel (self);
  g_clear_pointer (&self->import, bf_import_free);
  g_clear_pointer (&self->plan, bf_plan_unref);
  g_clear_pointer (&self->paths, g_strfreev);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bf_import_job_parent_class)->dispose (object);
}

static guint
new_signal (const char *name, guint n, GType first, GType second)
{
  return g_signal_new (name,
                       BF_TYPE_IMPORT_JOB,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n,
                       first,
                       second);
}

static void
bf_import_job_class_init (BfImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bf_import_job_dispose;
  signals[PROGRESS] = new_signal ("progress", 2, G_TYPE_DOUBLE, G_TYPE_UINT);
  signals[READ] = new_signal ("read", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[WRITTEN] = new_signal ("written", 1, BF_TYPE_DOCUMENT, G_TYPE_NONE);
  signals[FAILED] = new_signal ("failed", 1, G_TYPE_STRING, G_TYPE_NONE);
}

static void
bf_import_job_init (BfImportJob *self)
{
}

BfImportJob *
bf_import_job_new (const char *const *paths, BfDocument *document)
{
  BfImportJob *job = g_object_new (BF_TYPE_IMPORT_JOB, NULL);

  job->paths = g_strdupv ((char **) paths);
  job->document = document != NULL ? g_object_ref (document) : NULL;
  job->plan = document != NULL ? bf_document_snapshot (document) : NULL;
  return job;
}
