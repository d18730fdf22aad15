namespace HocTap.Office.Tests.Service;

/// <summary>The people of the sample city whom the stories are about.</summary>
internal static class Personas
{
    /// <summary>Staff of P-TP: owes a plan, no section III.</summary>
    public const string Staff = "N0326";

    /// <summary>Clerk of P-TP.</summary>
    public const string Clerk = "N0328";

    /// <summary>Head, reviewer and manager of P-TP.</summary>
    public const string HeadOfOffice = "N0323";

    /// <summary>Reviewer of the city committee.</summary>
    public const string CityReviewer = "N0008";

    /// <summary>Manager of the city committee.</summary>
    public const string CityManager = "N0001";

    /// <summary>Administrator.</summary>
    public const string Administrator = "N0007";

    /// <summary>Ward secretary: section III, two copies, head.</summary>
    public const string WardSecretary = "N0037";

    /// <summary>Member of a residential cell, exempt.</summary>
    public const string CellMember = "N0393";

    /// <summary>Of another branch: sees nothing of P-TP.</summary>
    public const string Stranger = "N0044";

    /// <summary>The plan of <see cref="Staff"/>.</summary>
    public static Plan StaffPlan { get; } = new("P-TP", Staff, "Đường Duy Đệ");

    /// <summary>The plan of <see cref="WardSecretary"/>.</summary>
    public static Plan WardSecretaryPlan { get; } = new("DU-P-DANGVAN", WardSecretary, "Châu Thị Bích Yến");

    /// <summary>The plan of <see cref="HeadOfOffice"/>.</summary>
    public static Plan HeadPlan { get; } = new("P-TP", HeadOfOffice, "Phạm Xuân Nghĩa");
}
