namespace HocTap.Office.Templates.Checking;

/// <summary>What the layout of a document is judged by («quy tắc thể thức»): the id and the aspect; the values are those of the profile.</summary>
internal sealed record LayoutRule(string Id, string Aspect)
{
    public static readonly LayoutRule Paper = new("L01", "Khổ giấy");
    public static readonly LayoutRule Margin = new("L02", "Lề trang");
    public static readonly LayoutRule HeaderDistance = new("L03", "Khoảng cách từ mép trên đến số trang");
    public static readonly LayoutRule PageNumber = new("L04", "Số trang");
    public static readonly LayoutRule Font = new("L05", "Phông chữ");
    public static readonly LayoutRule Size = new("L06", "Cỡ chữ");
    public static readonly LayoutRule Bold = new("L07", "Chữ đậm");
    public static readonly LayoutRule Italic = new("L08", "Chữ nghiêng");
    public static readonly LayoutRule Underline = new("L09", "Gạch chân");
    public static readonly LayoutRule Color = new("L10", "Màu chữ");
    public static readonly LayoutRule Align = new("L11", "Căn dòng");
    public static readonly LayoutRule FirstLine = new("L12", "Thụt dòng đầu");
    public static readonly LayoutRule Indent = new("L13", "Thụt lề");
    public static readonly LayoutRule Line = new("L14", "Giãn dòng");
    public static readonly LayoutRule Gap = new("L15", "Khoảng cách đoạn");
    public static readonly LayoutRule TitleRule = new("L16", "Đường kẻ dưới tiêu đề");
    public static readonly LayoutRule Mark = new("L17", "Dấu trình bày");
    public static readonly LayoutRule Date = new("L18", "Cách ghi ngày, tháng");
    public static readonly LayoutRule Recipients = new("L19", "Dấu ở nơi nhận");
    public static readonly LayoutRule SignatureRoom = new("L20", "Khoảng trống để ký");
    public static readonly LayoutRule Table = new("L21", "Khung biểu");
    public static readonly LayoutRule TableHead = new("L22", "Lặp lại đầu biểu");
    public static readonly LayoutRule Shade = new("L23", "Nền chữ");
    public static readonly LayoutRule EmptyLine = new("L24", "Dòng trống ở trên");
    public static readonly LayoutRule LineShade = new("L25", "Nền đoạn");
    public static readonly LayoutRule Capitals = new("L26", "Kiểu in hoa");
    public static readonly LayoutRule Strike = new("L27", "Gạch ngang chữ");
    public static readonly LayoutRule Emphasis = new("L28", "Dấu nhấn");
    public static readonly LayoutRule TitleRuleWidth = new("L29", "Nét đường kẻ dưới tiêu đề");
}
