"""What a room has answered, as figures that never single out fewer people than the floor allows."""
