using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.AddIn.SignIn;

/// <summary>A sample person with a part to play («vai mẫu»).</summary>
/// <param name="Code">The person's code.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="OrganizationName">The name of the person's organization.</param>
/// <param name="Shows">What one sees as this person, a short Vietnamese phrase («Cán bộ: tự lập kế hoạch Mẫu 03»).</param>
public sealed record Persona(string Code, string FullName, string OrganizationName, string Shows);

/// <summary>The sign-in page of the local mode: <c>GET /?return=…</c>.</summary>
/// <remarks>The search box loads <see cref="PeopleModel"/> from <c>GET /people?q=</c>; a button posts <c>POST /api/session {"person": code}</c>.</remarks>
public sealed record SignInModel
{
    /// <summary>What surrounds the page; <see cref="ShellModel.Person"/> when somebody is signed in already.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>The personas, in the order of their buttons.</summary>
    public required IReadOnlyList<Persona> Personas { get; init; }

    /// <summary>How many sample people can be searched; 0 hides the search box.</summary>
    public required int PeopleCount { get; init; }
}

/// <summary>A person found by the search box.</summary>
/// <param name="Code">The person's code.</param>
/// <param name="FullName">The person's name.</param>
/// <param name="Position">The person's position; may be empty.</param>
/// <param name="OrganizationName">The name of the person's organization.</param>
public sealed record PersonHit(string Code, string FullName, string Position, string OrganizationName);

/// <summary>The fragment <c>GET /people?q=</c>: people whose name or code contains the text, diacritics and case aside.</summary>
public sealed record PeopleModel
{
    /// <summary>What was searched.</summary>
    public required string Query { get; init; }

    /// <summary>The first people found, at most 20.</summary>
    public required IReadOnlyList<PersonHit> People { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }
}
