using HocTap.Office.GraphService.Fillings;

namespace HocTap.Office.Tests.Unit.Fillings;

[TestClass]
public sealed class OrderedWorkTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    public async Task Results_come_in_the_order_of_the_input_however_long_each_takes()
    {
        var results = new List<int>();

        await foreach (var result in new OrderedWork(3, 6).RunAsync(Enumerable.Range(0, 500), Slow, CancellationToken.None, TestContext.CancellationToken))
        {
            results.Add(result);
        }

        CollectionAssert.AreEqual(Enumerable.Range(0, 500).ToList(), results);
    }

    [TestMethod]
    public async Task Never_more_is_begun_than_the_set_number_beyond_what_is_taken()
    {
        var (read, taken, most) = (0, 0, 0);
        IEnumerable<int> Items()
        {
            for (; read < 2000; read++)
            {
                most = Math.Max(most, read - Volatile.Read(ref taken));
                yield return read;
            }
        }

        await foreach (var _ in new OrderedWork(2, 10).RunAsync(Items(), item => item, CancellationToken.None, TestContext.CancellationToken))
        {
            Interlocked.Increment(ref taken);
        }

        Assert.AreEqual(2000, taken);
        Assert.IsLessThanOrEqualTo(12, most, "ten ahead, one in the hands of the reader and one of the taker");
    }

    [TestMethod]
    public async Task As_many_work_at_once_as_there_are_workers()
    {
        using var both = new Barrier(2);

        await foreach (var met in new OrderedWork(2, 4).RunAsync(Enumerable.Range(0, 2), _ => both.SignalAndWait(TimeSpan.FromSeconds(30)), CancellationToken.None, TestContext.CancellationToken))
        {
            Assert.IsTrue(met, "the two wait for each other");
        }
    }

    [TestMethod]
    public async Task After_a_stop_what_was_begun_still_comes_and_nothing_else()
    {
        using var stop = new CancellationTokenSource();
        var results = new List<int>();

        await foreach (var result in new OrderedWork(2, 5).RunAsync(Enumerable.Range(0, 1_000_000), item => item, stop.Token, TestContext.CancellationToken))
        {
            results.Add(result);
            if (result == 20)
            {
                await stop.CancelAsync();
            }
        }

        Assert.IsLessThan(40, results.Count);
        CollectionAssert.AreEqual(Enumerable.Range(0, results.Count).ToList(), results, "no gap");
    }

    [TestMethod]
    public async Task A_source_that_breaks_breaks_the_run_after_what_came_before_it()
    {
        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new IOException("gone");
        }

        var results = new List<int>();
        var thrown = await Assert.ThrowsExactlyAsync<IOException>(async () =>
        {
            await foreach (var result in new OrderedWork(2, 5).RunAsync(Broken(), item => item, CancellationToken.None, TestContext.CancellationToken))
            {
                results.Add(result);
            }
        });

        Assert.AreEqual("gone", thrown.Message);
        Assert.AreEqual(1, results.Single());
    }

    private static int Slow(int item)
    {
        Thread.SpinWait(item % 7 == 0 ? 200_000 : 100);
        return item;
    }
}
