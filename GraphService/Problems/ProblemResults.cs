using Microsoft.AspNetCore.Http.HttpResults;

namespace HocTap.Office.GraphService.Problems;

/// <summary>The only place where problems become HTTP: <c>application/problem+json</c> with <c>code</c>, and findings or the present state where there are some.</summary>
internal static class ProblemResults
{
    /// <summary>The problem as an answer.</summary>
    public static ProblemHttpResult ToHttp(this Problem problem) => TypedResults.Problem(
        detail: problem.Detail, statusCode: problem.Status, title: problem.Title, type: "about:blank", extensions: Extensions(problem));

    /// <summary>The value through <paramref name="ok"/>, or the problem as an answer.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> ok)
        where T : notnull => result.TryGet(out var value, out var problem) ? ok(value) : problem.ToHttp();

    private static IEnumerable<KeyValuePair<string, object?>> Extensions(Problem problem)
    {
        yield return new("code", problem.Code);
        if (problem is Problem.Incomplete incomplete)
        {
            yield return new("findings", incomplete.Findings);
        }

        if (problem is Problem.UnusableTemplate template)
        {
            yield return new("findings", template.Findings);
        }

        if (problem is Problem.Stale stale)
        {
            yield return new("current", stale.Current);
        }
    }
}
