from siteselect.ui.running_jobs import Job, RunningJobs, state_words
from siteselect.ui.tasks import Advance


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_every_job_with_words_is_held_and_the_last_to_speak_is_last():
    jobs = RunningJobs(Clock())
    jobs.hear(Advance("scan", 0.2, "Measuring"))
    jobs.hear(Advance("export a.pdf", 0.1, "Printing page 1"))
    jobs.hear(Advance("quick", 0.5, ""))  # never had words
    jobs.hear(Advance("scan", 0.3, ""))  # its words hold
    assert [(each.key, each.what, each.part) for each in jobs.jobs] == [
        ("export a.pdf", "Printing page 1", 0.1),
        ("scan", "Measuring", 0.3),
    ]
    jobs.hear(Advance("scan", 1.0, "", over=True))
    jobs.hear(Advance("never heard of", 1.0, "", over=True))
    assert [each.key for each in jobs.jobs] == ["export a.pdf"]


def test_each_job_is_timed_by_its_own_progress_though_its_words_change():
    clock = Clock()
    jobs = RunningJobs(clock)
    jobs.hear(Advance("fast", 0.0, "Page 1"))
    clock.now = 10.0
    jobs.hear(Advance("slow", 0.0, "Reading"))
    assert jobs.jobs[-1].seconds_left is None  # it has just begun
    clock.now = 20.0
    jobs.hear(Advance("fast", 0.5, "Page 2"))
    jobs.hear(Advance("slow", 0.1, "Reading"))
    left = {each.key: each.seconds_left for each in jobs.jobs}
    assert left["fast"] == 20.0  # half in 20 s
    assert round(left["slow"], 9) == 90.0  # a tenth in 10 s


def test_work_that_begins_anew_is_timed_anew():
    clock = Clock()
    jobs = RunningJobs(clock)
    jobs.hear(Advance("a", 0.0, "One"))
    clock.now = 100.0
    jobs.hear(Advance("a", 1.0, "", over=True))
    jobs.hear(Advance("a", 0.6, "Two"))
    assert jobs.jobs[0].seconds_left is None


def test_the_unknown_is_said():
    assert state_words(Job("a", "Reading", 0.2)) == "20 % · time left unknown"
    assert state_words(Job("a", "Reading", 0.25, 90.0)) == "25 % · about 2 minutes left"
