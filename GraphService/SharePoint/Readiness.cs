using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace HocTap.Office.GraphService.SharePoint;

/// <summary>Tells whoever started the service where to go, once there is something to see.</summary>
internal sealed class Readiness(IServer server, ILogger<Readiness> logger)
{
    /// <summary>Names the pages at every address listened on.</summary>
    public void Tell()
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            logger.Ready(address, $"{address}/pane", $"{address}/registers", $"{address}/completion", $"{address}/manifest.xml");
        }
    }
}
