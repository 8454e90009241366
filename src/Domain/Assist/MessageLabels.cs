namespace Lawyers.Hub.Domain.Assist;

/// <summary>The language a client writes in.</summary>
public enum MessageLanguage { Id, En, Mixed }

/// <summary>The area of the remedy the client seeks; <see cref="Other"/> when a message does not tell.</summary>
public enum PracticeArea { Family, Labour, LandProperty, Criminal, CorporateContract, DebtCivil, Immigration, Inheritance, Consumer, Other }

/// <summary>What the sender of a message mainly wants.</summary>
public enum MessageIntent
{
    NewCase, FollowUp, SendDocument, AskStatus, AskFee, ScheduleMeeting, Emergency, Complaint, Greeting, OptOut, DataRequest, Spam, Other,
}

/// <summary>How soon harm threatens: <see cref="Critical"/> is liberty, safety or an irreversible loss within about a day.</summary>
public enum MessageUrgency { Low, Normal, High, Critical }

/// <summary>How much there is to analyse.</summary>
public enum MessageComplexity { Simple, Moderate, Complex }
