using System.Text.Json.Nodes;
using HocTap.Office.GraphService.Fillings.Tables;
using HocTap.Office.GraphService.Organizations;
using HocTap.Office.GraphService.Problems;
using HocTap.Office.Templates.Forms;
using HocTap.Office.Templates.Text;

namespace HocTap.Office.GraphService.Fillings;

/// <summary>Finds whom a line means: by codes, else by the names people write, with or without marks.</summary>
internal sealed class FillTargets(FillDirectory known)
{
    private readonly Lazy<ILookup<string, Person>> peopleByName = new(() => known.Directory.People.ToLookup(person => SearchText.Fold(person.FullName)));
    private readonly Lazy<ILookup<string, Organization>> organizationsByName = new(() => known.Directory.Organizations.ToLookup(organization => SearchText.Fold(organization.Name)));

    /// <summary>The organization of a code or of a name that only one has; null when there is none.</summary>
    public Organization? OrganizationOf(string codeOrName) => known.Directory.Organization(codeOrName)
        ?? (codeOrName.Length > 0 && organizationsByName.Value[SearchText.Fold(codeOrName)].Take(2).ToList() is [var only] ? only : null);

    /// <summary>The line with its codes in place of names.</summary>
    /// <returns>404 for nobody, 422.4 for several or for what does not go together, 400 for what is missing.</returns>
    public Result<FillLine> Resolve(FormDefinition form, FillLine line)
    {
        if (!form.Personal && line.Person.Length > 0)
        {
            return new Problem.TargetMismatch("Biểu này của tổ chức, không của cá nhân: bỏ mã cán bộ (person).");
        }

        return !known.KnowsEverybody ? AsItComes(form, line) : form.Personal ? OfPerson(line) : OfOrganization(line);
    }

    private static Result<FillLine> AsItComes(FormDefinition form, FillLine line) =>
        form.Personal && line.Person.Length == 0 ? new Problem.Malformed("Thiếu mã cán bộ (person).")
        : line.Organization.Length == 0 ? new Problem.Malformed("Thiếu mã tổ chức (organization).")
        : line;

    private Result<FillLine> OfOrganization(FillLine line) =>
        line.Organization.Length == 0 ? new Problem.Malformed("Thiếu mã tổ chức (organization).")
        : OrganizationOf(line.Organization) is { } organization ? line with { Organization = organization.Code }
        : new Problem.NotFound($"Không có tổ chức mang mã “{line.Organization}”.");

    private Result<FillLine> OfPerson(FillLine line)
    {
        if (!PersonOf(line).TryGet(out var person, out var problem))
        {
            return problem;
        }

        if (line.Organization.Length > 0 && OrganizationOf(line.Organization) is not { } named)
        {
            return new Problem.NotFound($"Không có tổ chức mang mã “{line.Organization}”.");
        }

        return line.Organization.Length > 0 && OrganizationOf(line.Organization)?.Code != person.OrganizationCode ? new Problem.TargetMismatch($"{person.FullName} không thuộc tổ chức “{line.Organization}”.")
            : known.Directory.Organization(person.OrganizationCode) is null ? new Problem.NotFound($"Không có tổ chức mang mã “{person.OrganizationCode}”.")
            : line with { Person = person.Code, Organization = person.OrganizationCode };
    }

    private Result<Person> PersonOf(FillLine line)
    {
        if (line.Person.Length > 0)
        {
            return known.Directory.Person(line.Person) is { } person ? person : ByName(line, line.Person);
        }

        return line.Fields["fullName"] is JsonValue given && given.TryGetValue<string>(out var name) && name.Length > 0 ? ByName(line, name) : new Problem.Malformed("Thiếu mã cán bộ (person), hoặc họ và tên.");
    }

    private Result<Person> ByName(FillLine line, string name)
    {
        var organization = OrganizationOf(line.Organization)?.Code;
        var found = peopleByName.Value[SearchText.Fold(name)].Where(person => line.Organization.Length == 0 || person.OrganizationCode == organization).ToList();
        return found switch
        {
            [var only] => only,
            [] => new Problem.NotFound($"Không có người {(line.Person.Length > 0 ? "mang mã" : "tên")} “{name}”{(line.Organization.Length > 0 ? $" ở tổ chức “{line.Organization}”" : "")}."),
            _ => new Problem.TargetMismatch($"Có {found.Count} người tên “{name}” ({string.Join(", ", found.Select(person => person.Code))}): ghi mã cán bộ."),
        };
    }
}
