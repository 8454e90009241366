namespace Lawyers.Hub.Domain.Outbound;

/// <summary>What Meta's error codes mean for a sender, as data. The code decides, not the HTTP status and not the title.</summary>
public static class MetaErrors
{
    private static readonly MetaError UnknownTrouble = new(0, 0, ErrorMeaning.Unknown, RejectionClass.Transient, Remedy.Wait);

    private static readonly MetaError UnknownRefusal = new(0, 0, ErrorMeaning.Unknown, RejectionClass.Permanent, Remedy.ReportFault);

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<MetaError> Table { get; } =
    [
        new(0, 0, ErrorMeaning.CannotAuthenticate, RejectionClass.Configuration, Remedy.RenewToken) { StopsChannel = true },
        new(1, 1, ErrorMeaning.Unknown, RejectionClass.Transient, Remedy.Wait) { MostAttempts = 3 },
        new(2, 2, ErrorMeaning.ServiceDown, RejectionClass.Transient, Remedy.Wait),
        new(3, 3, ErrorMeaning.Permission, RejectionClass.Configuration, Remedy.GrantPermission) { StopsChannel = true },
        new(4, 4, ErrorMeaning.CallLimit, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Minutes },
        new(10, 10, ErrorMeaning.Permission, RejectionClass.Configuration, Remedy.GrantPermission) { StopsChannel = true },
        new(33, 33, ErrorMeaning.NumberGone, RejectionClass.Configuration, Remedy.RegisterNumber) { StopsChannel = true },
        new(100, 100, ErrorMeaning.Parameter, RejectionClass.Permanent, Remedy.ReportFault),
        new(190, 190, ErrorMeaning.Token, RejectionClass.Configuration, Remedy.RenewToken) { StopsChannel = true },
        new(200, 299, ErrorMeaning.Permission, RejectionClass.Configuration, Remedy.GrantPermission) { StopsChannel = true },
        new(368, 368, ErrorMeaning.PolicyBlock, RejectionClass.Configuration, Remedy.AskMeta) { StopsChannel = true },
        new(506, 506, ErrorMeaning.Duplicate, RejectionClass.Permanent, Remedy.None),
        new(613, 613, ErrorMeaning.CallLimit, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Minutes },
        new(80007, 80008, ErrorMeaning.CallLimit, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Minutes },
        new(130429, 130429, ErrorMeaning.Throughput, RejectionClass.Transient, Remedy.Wait),
        new(130472, 130472, ErrorMeaning.Experiment, RejectionClass.Permanent, Remedy.OtherWay),
        new(130497, 130497, ErrorMeaning.Country, RejectionClass.Permanent, Remedy.OtherWay),
        new(131000, 131000, ErrorMeaning.Unknown, RejectionClass.Transient, Remedy.Wait) { MostAttempts = 3 },
        new(131005, 131005, ErrorMeaning.Permission, RejectionClass.Configuration, Remedy.GrantPermission) { StopsChannel = true },
        new(131008, 131009, ErrorMeaning.Parameter, RejectionClass.Permanent, Remedy.ReportFault),
        new(131014, 131014, ErrorMeaning.Undeliverable, RejectionClass.Permanent, Remedy.OtherWay),
        new(131016, 131016, ErrorMeaning.ServiceDown, RejectionClass.Transient, Remedy.Wait),
        new(131020, 131020, ErrorMeaning.Group, RejectionClass.Permanent, Remedy.OtherWay),
        new(131021, 131021, ErrorMeaning.OwnNumber, RejectionClass.Permanent, Remedy.OtherWay),
        new(131026, 131026, ErrorMeaning.Undeliverable, RejectionClass.Permanent, Remedy.OtherWay),
        new(131030, 131030, ErrorMeaning.TestNumbers, RejectionClass.Configuration, Remedy.AllowNumber),
        new(131031, 131031, ErrorMeaning.AccountLocked, RejectionClass.Configuration, Remedy.AskMeta) { StopsChannel = true },
        new(131035, 131036, ErrorMeaning.Device, RejectionClass.Permanent, Remedy.OtherWay),
        new(131037, 131037, ErrorMeaning.DisplayName, RejectionClass.Configuration, Remedy.AskMeta) { StopsChannel = true },
        new(131041, 131041, ErrorMeaning.Group, RejectionClass.Permanent, Remedy.OtherWay),
        new(131042, 131042, ErrorMeaning.Payment, RejectionClass.Configuration, Remedy.PayMeta) { StopsChannel = true },
        new(131044, 131044, ErrorMeaning.Payment, RejectionClass.Configuration, Remedy.PayMeta),
        new(131045, 131045, ErrorMeaning.Certificate, RejectionClass.Configuration, Remedy.RegisterNumber) { StopsChannel = true },
        new(131047, 131047, ErrorMeaning.WindowClosed, RejectionClass.Permanent, Remedy.UseTemplate),
        new(131048, 131048, ErrorMeaning.SpamLimit, RejectionClass.Wait, Remedy.SendLess) { Pause = Pauses.Hours },
        new(131049, 131049, ErrorMeaning.MarketingLimit, RejectionClass.Wait, Remedy.SendLess) { Pause = Pauses.Day },
        new(131050, 131050, ErrorMeaning.MarketingStopped, RejectionClass.Permanent, Remedy.OtherWay),
        new(131051, 131051, ErrorMeaning.MessageType, RejectionClass.Permanent, Remedy.ReportFault),
        new(131052, 131052, ErrorMeaning.MediaDownload, RejectionClass.Permanent, Remedy.AskAgain),
        new(131053, 131053, ErrorMeaning.MediaUpload, RejectionClass.Permanent, Remedy.FixMedia),
        new(131055, 131055, ErrorMeaning.Parameter, RejectionClass.Permanent, Remedy.ReportFault),
        new(131056, 131056, ErrorMeaning.PairLimit, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Pair },
        new(131057, 131057, ErrorMeaning.Maintenance, RejectionClass.Transient, Remedy.Wait) { Pause = Pauses.Minutes },
        new(131059, 131059, ErrorMeaning.Group, RejectionClass.Permanent, Remedy.OtherWay),
        new(131060, 131060, ErrorMeaning.Unavailable, RejectionClass.Permanent, Remedy.AskAgain),
        new(131062, 131062, ErrorMeaning.UserId, RejectionClass.Permanent, Remedy.AskNumber),
        new(131063, 131063, ErrorMeaning.MarketingOff, RejectionClass.Configuration, Remedy.AskMeta),
        new(131064, 131064, ErrorMeaning.CategoryLimit, RejectionClass.Wait, Remedy.AskMeta) { Pause = Pauses.Hours },
        new(131201, 131207, ErrorMeaning.Group, RejectionClass.Permanent, Remedy.OtherWay),
        new(131208, 131208, ErrorMeaning.Group, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Minutes },
        new(131209, 131215, ErrorMeaning.Group, RejectionClass.Permanent, Remedy.OtherWay),
        new(132000, 132000, ErrorMeaning.TemplateParameters, RejectionClass.Permanent, Remedy.FixTemplate),
        new(132001, 132001, ErrorMeaning.TemplateMissing, RejectionClass.Permanent, Remedy.FixTemplate),
        new(132005, 132005, ErrorMeaning.TemplateLength, RejectionClass.Permanent, Remedy.FixTemplate),
        new(132007, 132007, ErrorMeaning.TemplatePolicy, RejectionClass.Permanent, Remedy.FixTemplate),
        new(132008, 132008, ErrorMeaning.TemplateParameters, RejectionClass.Permanent, Remedy.FixTemplate),
        new(132012, 132012, ErrorMeaning.TemplateParameters, RejectionClass.Permanent, Remedy.FixTemplate),
        new(132015, 132015, ErrorMeaning.TemplatePaused, RejectionClass.Wait, Remedy.OtherTemplate) { Pause = Pauses.Hours },
        new(132016, 132016, ErrorMeaning.TemplateDisabled, RejectionClass.Permanent, Remedy.OtherTemplate),
        new(132018, 132018, ErrorMeaning.TemplateParameters, RejectionClass.Permanent, Remedy.FixTemplate),
        new(132068, 132068, ErrorMeaning.Flow, RejectionClass.Permanent, Remedy.ReportFault),
        new(132069, 132069, ErrorMeaning.Flow, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Hours },
        new(133000, 133004, ErrorMeaning.Registration, RejectionClass.Transient, Remedy.Wait) { Pause = Pauses.Minutes },
        new(133005, 133010, ErrorMeaning.Registration, RejectionClass.Configuration, Remedy.RegisterNumber) { StopsChannel = true },
        new(133015, 133016, ErrorMeaning.Registration, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Minutes },
        new(134011, 134011, ErrorMeaning.Payment, RejectionClass.Configuration, Remedy.PayMeta),
        new(134100, 134100, ErrorMeaning.MarketingOff, RejectionClass.Permanent, Remedy.AskMeta),
        new(134101, 134101, ErrorMeaning.TemplateSyncing, RejectionClass.Wait, Remedy.Wait) { Pause = Pauses.Minutes },
        new(134102, 134102, ErrorMeaning.TemplateMissing, RejectionClass.Configuration, Remedy.FixTemplate),
        new(135000, 135000, ErrorMeaning.Parameter, RejectionClass.Permanent, Remedy.ReportFault),
        new(136025, 136025, ErrorMeaning.Registration, RejectionClass.Configuration, Remedy.RegisterNumber),
        new(137000, 137000, ErrorMeaning.IdentityChanged, RejectionClass.Permanent, Remedy.CheckIdentity),
        new(138000, 138018, ErrorMeaning.Call, RejectionClass.Permanent, Remedy.OtherWay),
        new(139000, 139004, ErrorMeaning.Flow, RejectionClass.Permanent, Remedy.ReportFault),
        new(139100, 139101, ErrorMeaning.Blocking, RejectionClass.Permanent, Remedy.ReportFault),
        new(139102, 139103, ErrorMeaning.Blocking, RejectionClass.Transient, Remedy.Wait),
        new(147001, 147005, ErrorMeaning.Parameter, RejectionClass.Permanent, Remedy.ReportFault),
        new(2388019, 2388299, ErrorMeaning.TemplateParameters, RejectionClass.Permanent, Remedy.FixTemplate),
        new(2494100, 2494100, ErrorMeaning.Maintenance, RejectionClass.Transient, Remedy.Wait) { Pause = Pauses.Minutes },
        new(2593107, 2593109, ErrorMeaning.History, RejectionClass.Permanent, Remedy.None),
    ];

    /// <param name="code">Meta's.</param>
    /// <param name="httpStatus">Speaks only where the code is unknown; none for what a status told.</param>
    public static MetaError Of(int code, int? httpStatus = null) =>
        Table.FirstOrDefault(error => code >= error.From && code <= error.To) ?? (httpStatus is 429 or >= 500 ? UnknownTrouble : UnknownRefusal);
}
