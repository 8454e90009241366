using Lawyers.Hub.Application.Outbound;

namespace Lawyers.Hub.Infrastructure.WhatsApp;

/// <summary>What Meta's error codes mean for a sender, as data. The code decides, not the HTTP status and not the title.</summary>
public static class GraphApiErrors
{
    private static readonly (int From, int To, RejectionClass Class)[] Table =
    [
        (0, 0, RejectionClass.Configuration), // cannot authenticate
        (1, 2, RejectionClass.Transient), // unknown, service down
        (3, 3, RejectionClass.Configuration), // capability or permission
        (4, 4, RejectionClass.Wait), // calls of the app
        (10, 10, RejectionClass.Configuration), // permission denied
        (33, 33, RejectionClass.Configuration), // phone number id deleted
        (100, 100, RejectionClass.Permanent), // parameter
        (190, 190, RejectionClass.Configuration), // token
        (200, 299, RejectionClass.Configuration), // permission on the asset
        (368, 368, RejectionClass.Configuration), // blocked for policy violation
        (506, 506, RejectionClass.Permanent), // duplicate
        (613, 613, RejectionClass.Wait),
        (80007, 80008, RejectionClass.Wait), // calls of the account
        (130429, 130429, RejectionClass.Transient), // throughput
        (130472, 130497, RejectionClass.Permanent), // experiment group, country
        (131000, 131000, RejectionClass.Transient), // something went wrong
        (131005, 131005, RejectionClass.Configuration), // access denied
        (131008, 131014, RejectionClass.Permanent), // parameters
        (131016, 131016, RejectionClass.Transient), // service unavailable
        (131020, 131026, RejectionClass.Permanent), // group, self, undeliverable
        (131030, 131031, RejectionClass.Configuration), // test allow-list, account locked
        (131035, 131036, RejectionClass.Permanent),
        (131037, 131037, RejectionClass.Configuration), // display name
        (131041, 131041, RejectionClass.Permanent), // group
        (131042, 131045, RejectionClass.Configuration), // payment, certificate
        (131047, 131047, RejectionClass.Permanent), // window closed
        (131048, 131049, RejectionClass.Wait), // spam, marketing cap
        (131050, 131055, RejectionClass.Permanent), // opted out, type, media, method
        (131056, 131056, RejectionClass.Wait), // one person too often
        (131057, 131057, RejectionClass.Transient), // maintenance
        (131059, 131062, RejectionClass.Permanent), // cursor, unavailable, user id not supported
        (131063, 131063, RejectionClass.Configuration), // marketing templates off
        (131064, 131064, RejectionClass.Wait), // category violations
        (131201, 131207, RejectionClass.Permanent), // groups
        (131208, 131208, RejectionClass.Wait), // groups too often
        (131209, 131215, RejectionClass.Permanent),
        (132000, 132012, RejectionClass.Permanent), // template
        (132015, 132015, RejectionClass.Wait), // template paused
        (132016, 132018, RejectionClass.Permanent),
        (132068, 132068, RejectionClass.Permanent), // flow blocked
        (132069, 132069, RejectionClass.Wait), // flow throttled
        (133000, 133004, RejectionClass.Transient), // registration server
        (133005, 133010, RejectionClass.Configuration), // PIN, registration
        (133015, 133016, RejectionClass.Wait),
        (134011, 134011, RejectionClass.Configuration), // payment terms
        (134100, 134100, RejectionClass.Permanent),
        (134101, 134101, RejectionClass.Wait), // template syncing
        (134102, 134102, RejectionClass.Configuration),
        (135000, 135000, RejectionClass.Permanent),
        (136025, 136025, RejectionClass.Configuration), // verification code
        (137000, 139101, RejectionClass.Permanent), // identity changed, calls, flows, blocking
        (139102, 139103, RejectionClass.Transient),
        (147001, 147005, RejectionClass.Permanent), // usernames
        (2388019, 2388299, RejectionClass.Permanent), // template creation
        (2494100, 2494100, RejectionClass.Transient), // number in maintenance
        (2593107, 2593109, RejectionClass.Permanent),
    ];

    /// <param name="httpStatus">Speaks only where the code is unknown.</param>
    public static RejectionClass Classify(int code, int httpStatus)
    {
        foreach (var row in Table)
        {
            if (code >= row.From && code <= row.To)
            {
                return row.Class;
            }
        }

        return httpStatus is 429 or >= 500 ? RejectionClass.Transient : RejectionClass.Permanent;
    }

    internal static IEnumerable<(int From, int To)> Ranges => Table.Select(row => (row.From, row.To));
}
