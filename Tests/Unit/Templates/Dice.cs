using System.Security.Cryptography;
using System.Text;

namespace HocTap.Office.Tests.Unit.Templates;

/// <summary>Numbers that look random and are the same on every machine.</summary>
internal sealed class Dice(int seed)
{
    private int thrown;

    public int Next(int sides) => (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}/{thrown++}"))) % (uint)sides);
}
