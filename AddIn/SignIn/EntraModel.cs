using HocTap.Office.AddIn.Shell;

namespace HocTap.Office.AddIn.SignIn;

/// <summary>The sign-in page with Entra, <c>GET /?return=…</c>, and the page of Office's sign-in dialog.</summary>
/// <param name="Shell">What surrounds the page; <see cref="ShellModel.Person"/> when the cookie names somebody already.</param>
public sealed record EntraModel(ShellModel Shell);
