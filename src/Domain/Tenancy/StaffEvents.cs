using Lawyers.Hub.Domain.Privacy;

namespace Lawyers.Hub.Domain.Tenancy;

/// <summary>Who may do what, since when. Names and addresses of staff lie in their accounts, not in the log.</summary>
public abstract record StaffEvent(StaffId Staff) : IDomainEvent;

/// <summary>A person was asked to join the staff.</summary>
public sealed record StaffInvited(StaffId Staff) : StaffEvent(Staff);

/// <summary>The person has taken the invitation and may sign in.</summary>
public sealed record StaffActivated(StaffId Staff) : StaffEvent(Staff);

/// <summary>The staff member may do what the role may.</summary>
public sealed record RoleGranted(StaffId Staff, Role Role) : StaffEvent(Staff);

/// <summary>The staff member may no longer do what the role may.</summary>
public sealed record RoleRevoked(StaffId Staff, Role Role) : StaffEvent(Staff);

/// <summary>The staff member may no longer sign in.</summary>
public sealed record StaffSuspended(StaffId Staff) : StaffEvent(Staff);

/// <summary>The staff member wants to hear the bell, or not.</summary>
public sealed record NotificationSoundSet(StaffId Staff, bool On) : StaffEvent(Staff);

/// <summary>Where the staff member may be reached by WhatsApp; the number itself lies sealed in the vault.</summary>
/// <param name="Number">Under which it lies; none: nowhere any more.</param>
public sealed record StaffNumberSet(StaffId Staff, DataSubjectId? Number) : StaffEvent(Staff);
